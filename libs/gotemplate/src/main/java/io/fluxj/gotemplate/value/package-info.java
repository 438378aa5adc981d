/** Go's values as Java objects: which object stands for which type of Go, and the rules that depend on the type. */
@NullMarked
package io.fluxj.gotemplate.value;

import org.jspecify.annotations.NullMarked;
