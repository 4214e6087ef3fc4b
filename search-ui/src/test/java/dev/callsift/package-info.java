@NullMarked
package dev.callsift;

import org.jspecify.annotations.NullMarked;
