/** An installation as a cluster runs it, but for the kubelet: its objects applied, its Pods processes of this machine, each with its account's token. */
@NullMarked
package io.fluxj.deploy.acceptance;

import org.jspecify.annotations.NullMarked;
