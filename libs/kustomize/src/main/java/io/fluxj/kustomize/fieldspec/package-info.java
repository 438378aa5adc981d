/** Which fields of which kinds a transformer touches, and walking to them. */
@NullMarked
package io.fluxj.kustomize.fieldspec;

import org.jspecify.annotations.NullMarked;
