/** Fetches artifacts once per digest and shares them unpacked. */
@NullMarked
package io.fluxj.runtime.artifact;

import org.jspecify.annotations.NullMarked;
