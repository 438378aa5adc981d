/** Controllers whose steps a test writes down. */
@NullMarked
package io.fluxj.runtime.scripted;

import org.jspecify.annotations.NullMarked;
