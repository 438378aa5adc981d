package io.fluxj.runtime.reference;

import io.fabric8.kubernetes.client.CustomResource;
import io.fluxj.runtime.config.ConfigName;
import io.fluxj.runtime.dependency.DependencyRules;
import io.fluxj.runtime.source.SourceName;
import io.fluxj.runtime.source.SourceUsers;
import java.util.List;
import java.util.function.Function;

/**
 * What the objects of a kind refer to. The functions see objects just as the API gave them and answer at once.
 *
 * @param sources what an object is made from
 * @param done whether an object is done with a revision of a source, so that it need not be woken by it
 * @param configs the ConfigMaps and Secrets that an object reads
 * @param dependencies the objects of the same kind that it waits for
 */
public record References<R extends CustomResource<?, ?>>(
        Function<R, List<SourceName>> sources,
        SourceUsers.Done<R> done,
        Function<R, List<ConfigName>> configs,
        DependencyRules<R> dependencies) {}
