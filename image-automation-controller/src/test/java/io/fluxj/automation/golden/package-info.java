/** Tests of the image-automation-controller. */
@NullMarked
package io.fluxj.automation.golden;

import org.jspecify.annotations.NullMarked;
