/** One pass over an ImageUpdateAutomation. */
@NullMarked
package io.fluxj.automation.pass;

import org.jspecify.annotations.NullMarked;
