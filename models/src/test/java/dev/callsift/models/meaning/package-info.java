@NullMarked
package dev.callsift.models.meaning;

import org.jspecify.annotations.NullMarked;
