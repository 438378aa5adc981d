/** The few control loops that a cluster without nodes needs. */
@NullMarked
package io.fluxj.kube.controller;

import org.jspecify.annotations.NullMarked;
