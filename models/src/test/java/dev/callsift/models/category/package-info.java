@NullMarked
package dev.callsift.models.category;

import org.jspecify.annotations.NullMarked;
