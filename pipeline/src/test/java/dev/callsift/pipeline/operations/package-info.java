@NullMarked
package dev.callsift.pipeline.operations;

import org.jspecify.annotations.NullMarked;
