/** Tests of the image-automation-controller. */
@NullMarked
package io.fluxj.automation;

import org.jspecify.annotations.NullMarked;
