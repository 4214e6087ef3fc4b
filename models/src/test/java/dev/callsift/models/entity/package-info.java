@NullMarked
package dev.callsift.models.entity;

import org.jspecify.annotations.NullMarked;
