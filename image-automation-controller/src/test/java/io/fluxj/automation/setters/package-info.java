/** Tests of the image-automation-controller. */
@NullMarked
package io.fluxj.automation.setters;

import org.jspecify.annotations.NullMarked;
