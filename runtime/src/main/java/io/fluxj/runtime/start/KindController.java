package io.fluxj.runtime.start;

import io.fabric8.kubernetes.client.CustomResource;
import io.fluxj.runtime.reconcile.frame.Triggers;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;

/**
 * One kind of a controller.
 *
 * @param resourceType the kind's class
 * @param reconciler the JOSDK entry; not a {@code Cleaner}, for the frame cleans up
 * @param triggers of the kind's frame
 */
public record KindController<R extends CustomResource<?, ?>>(
        Class<R> resourceType, Reconciler<R> reconciler, Triggers<R> triggers) {}
