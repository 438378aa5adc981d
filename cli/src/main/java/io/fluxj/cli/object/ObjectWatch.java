package io.fluxj.cli.object;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Objects as they come and change, told one after another, until {@code --timeout} is over or the process is stopped. */
public record ObjectWatch(Session session) {

    /**
     * Tells of every object that is there and of every change; not of those that are deleted.
     *
     * @param places the namespaces to look at
     * @throws CommandFailure when the API ends the watch
     */
    public void follow(
            ResourceDefinitionContext definition,
            List<Namespaces> places,
            ListOptions options,
            Consumer<FluxObject> told) {
        Listener listener = new Listener(told, new CompletableFuture<>());
        List<Watch> watches = new ArrayList<>();
        try {
            for (Namespaces place : places) {
                watches.add(new Objects(session).within(definition, place).watch(options, listener));
            }
            listener.ended().get(session.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new CommandFailure("the watch ended: " + e.getCause(), e);
        } catch (TimeoutException over) {
            // Looked at for as long as was asked for.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            watches.forEach(Watch::close);
        }
    }

    private record Listener(Consumer<FluxObject> told, CompletableFuture<Void> ended)
            implements Watcher<GenericKubernetesResource> {
        @Override
        public void eventReceived(Action action, GenericKubernetesResource resource) {
            switch (action) {
                case ADDED, MODIFIED -> {
                    synchronized (ended) {
                        told.accept(Objects.of(resource));
                    }
                }
                case DELETED, BOOKMARK, ERROR -> {}
            }
        }

        @Override
        public void onClose(WatcherException cause) {
            ended.completeExceptionally(cause);
        }
    }
}
