package io.fluxj.helm.action;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.helm.render.Capabilities;
import java.util.Optional;

/**
 * The objects of the cluster that releases live in. Every method throws {@link ClusterException} when the server refuses or does not answer; anything else that
 * it throws ends the action where it stands.
 */
public interface ReleaseCluster {

    /** What the cluster can, asked anew after {@link #forgetKinds}. */
    Capabilities capabilities();

    /** New kinds are there. */
    void forgetKinds();

    /**
     * Whether objects of a kind live in namespaces.
     *
     * @throws ClusterException of the kind {@code UNKNOWN_KIND} when the cluster does not serve it
     */
    boolean isNamespaced(String apiVersion, String kind);

    /** The live object. */
    Optional<ObjectNode> find(ObjectId id);

    void create(ReleaseObject object);

    /** Lets the server merge, creating the object if it is missing. */
    void apply(ReleaseObject object, ApplyRules rules);

    /**
     * Merges on this side: what was wanted before, what is wanted now and what is there give what changes.
     *
     * @param base the object as it was wanted before
     */
    void merge(ReleaseObject base, ReleaseObject target);

    /** Puts the object in place of the live one. */
    void replace(ReleaseObject object);

    /**
     * Fields that were merged on this side become fields that this side applies, so that the server may take them away.
     *
     * @param live the object as it was read just now
     */
    void adoptFields(ObjectId id, ObjectNode live);

    /** Deletes an object; one that is gone is a {@code NOT_FOUND}. */
    void delete(ObjectId id, Propagation propagation);
}
