/** The values that a release is made with. */
@NullMarked
package io.fluxj.helmrelease.values;

import org.jspecify.annotations.NullMarked;
