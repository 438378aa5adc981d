package io.fluxj.bench.kustomize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An overlay over a base of a given number of objects, as an application team would write it: Deployments, Services, ConfigMaps and
 * ServiceAccounts that refer to each other; the overlay changes names, namespace, labels, images, replicas, patches one in ten Deployments
 * and generates a ConfigMap.
 */
public final class Overlay {

    private static final int KINDS = 4;
    private static final int PATCHED = 10;

    private Overlay() {}

    /** Writes the directories that are named, {@code DIRECTORY N...}: one overlay of N objects into each {@code DIRECTORY/overlay-N}. */
    public static void main(String[] arguments) throws IOException {
        for (int i = 1; i < arguments.length; i++) {
            write(Path.of(arguments[0]), Integer.parseInt(arguments[i]));
        }
    }

    /**
     * Writes an overlay.
     *
     * @return the directory to build
     */
    public static Path write(Path directory, int objects) throws IOException {
        Path root = directory.resolve("overlay-" + objects);
        Path base = Files.createDirectories(root.resolve("base"));
        Path overlay = Files.createDirectories(root.resolve("overlay"));
        StringBuilder resources = new StringBuilder("resources:\n");
        StringBuilder patches = new StringBuilder();
        int apps = Math.max(1, objects / KINDS);
        for (int i = 0; i < apps; i++) {
            Files.writeString(base.resolve("app-" + i + ".yaml"), application(i));
            resources.append("- app-").append(i).append(".yaml\n");
            if (i % PATCHED == 0) {
                patches.append(patch(i));
            }
        }
        Files.writeString(base.resolve("kustomization.yaml"), resources);
        Files.writeString(overlay.resolve("kustomization.yaml"), OVERLAY + patches);
        return overlay;
    }

    private static String application(int number) {
        return APPLICATION.replace("NAME", "app-" + number);
    }

    private static String patch(int number) {
        return PATCH.replace("NAME", "app-" + number);
    }

    private static final String OVERLAY = """
            resources:
            - ../base
            namePrefix: prod-
            namespace: production
            labels:
            - pairs:
                environment: production
              includeSelectors: true
            commonAnnotations:
              owner: team-a
            images:
            - name: registry.example.com/shop/server
              newTag: 2.7.1
            configMapGenerator:
            - name: features
              literals:
              - checkout=new
              - search=old
            replicas:
            - name: app-0
              count: 5
            patches:
            """;

    private static final String PATCH = """
            - patch: |
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: NAME
                spec:
                  template:
                    spec:
                      containers:
                      - name: server
                        env:
                        - name: LOG_LEVEL
                          value: warn
                        resources:
                          limits:
                            memory: 512Mi
            """;

    private static final String APPLICATION = """
            apiVersion: v1
            kind: ServiceAccount
            metadata:
              name: NAME
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: NAME
              labels:
                app: NAME
            data:
              LOG_FORMAT: json
              application.properties: |
                server.port=8080
                server.compression=true
                # read by the health check
                management.path=/healthz
            ---
            apiVersion: v1
            kind: Service
            metadata:
              name: NAME
              labels:
                app: NAME
            spec:
              selector:
                app: NAME
              ports:
              - name: http
                port: 80
                targetPort: http
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: NAME
              labels:
                app: NAME
            spec:
              replicas: 2
              selector:
                matchLabels:
                  app: NAME
              template:
                metadata:
                  labels:
                    app: NAME
                  annotations:
                    prometheus.io/scrape: "true"
                spec:
                  serviceAccountName: NAME
                  containers:
                  - name: server
                    image: registry.example.com/shop/server:1.0.0
                    args: ["--port=8080", "--verbose"]
                    envFrom:
                    - configMapRef:
                        name: NAME
                    env:
                    - name: LOG_LEVEL
                      value: info
                    - name: FEATURES
                      valueFrom:
                        configMapKeyRef:
                          name: features
                          key: checkout
                    ports:
                    - name: http
                      containerPort: 8080
                    readinessProbe:
                      httpGet:
                        path: /healthz
                        port: http
                    resources:
                      requests:
                        cpu: 100m
                        memory: 128Mi
                      limits:
                        memory: 256Mi
                    volumeMounts:
                    - name: config
                      mountPath: /etc/app
                  volumes:
                  - name: config
                    configMap:
                      name: NAME
            """;
}
