@NullMarked
package dev.callsift.models.training;

import org.jspecify.annotations.NullMarked;
