package io.fluxj.helm.action;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds out which of the objects that a release is about to create are there already, and whether it may have them.
 *
 * @param takesAll whether objects of others become the release's
 */
record Adoption(ReleaseCluster cluster, ReleaseOwner owner, boolean takesAll) {

    /**
     * Those that are there.
     *
     * @throws ActionException when one belongs to somebody else
     */
    List<ReleaseObject> existing(List<ReleaseObject> objects) {
        List<ReleaseObject> there = new ArrayList<>();
        for (ReleaseObject object : objects) {
            Optional<ObjectNode> live = live(object.id());
            if (live.isPresent()) {
                require(object.id(), live.get());
                there.add(object);
            }
        }
        return there;
    }

    private Optional<ObjectNode> live(ObjectId id) {
        try {
            return cluster.find(id);
        } catch (ClusterException e) {
            throw e.within("could not get information about the resource " + id.inWords());
        }
    }

    private void require(ObjectId id, ObjectNode live) {
        Optional<String> missing = takesAll ? Optional.empty() : owner.missingOn(live);
        if (missing.isPresent()) {
            throw new ActionException(
                    id.inWords() + " exists and cannot be imported into the current release: " + missing.get(),
                    new ActionFailure.Ownership());
        }
    }
}
