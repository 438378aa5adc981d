/** A pass over a HelmRelease, step by step. */
@NullMarked
package io.fluxj.helmrelease.pass;

import org.jspecify.annotations.NullMarked;
