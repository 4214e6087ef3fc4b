@NullMarked
package dev.callsift.ui.operations;

import org.jspecify.annotations.NullMarked;
