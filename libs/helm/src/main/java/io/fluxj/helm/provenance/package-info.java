/** Whether a packaged chart is what somebody signed. */
@NullMarked
package io.fluxj.helm.provenance;

import org.jspecify.annotations.NullMarked;
