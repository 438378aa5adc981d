package io.fluxj.kube.request;

import io.fluxj.kube.discovery.Catalog;
import io.fluxj.kube.kinds.Preparation;
import io.fluxj.kube.schema.Definitions;
import io.fluxj.kube.store.ObjectStore;

/**
 * What every request works on.
 *
 * @param store the objects
 * @param catalog the resources
 * @param definitions the built-in schemas
 * @param preparation what the server writes itself
 * @param reactions what follows a write at once
 */
public record Core(
        ObjectStore store, Catalog catalog, Definitions definitions, Preparation preparation, Reactions reactions) {}
