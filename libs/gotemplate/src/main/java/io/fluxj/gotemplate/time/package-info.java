/** Go's times and durations: their texts in both directions, and their methods in templates. */
@NullMarked
package io.fluxj.gotemplate.time;

import org.jspecify.annotations.NullMarked;
