package dev.callsift.models.speech;

import java.util.List;

/**
 * The two ways in which Vosk finds a model's files. It takes {@link #FOLDERS} when {@code am/final.mdl} exists, otherwise
 * the older {@link #FLAT}.
 */
enum ModelLayout {
    FOLDERS("am/final.mdl", "conf/mfcc.conf", "graph/"),
    FLAT("final.mdl", "mfcc.conf", "");

    /** What Vosk reads beside the acoustic model and the graph, in either layout. */
    static final List<String> OPTIONAL_FOLDERS = List.of("ivector", "rescore", "rnnlm");

    private final String acousticModel;
    private final String features;
    private final String graph;

    ModelLayout(String acousticModel, String features, String graph) {
        this.acousticModel = acousticModel;
        this.features = features;
        this.graph = graph;
    }

    String acousticModel() {
        return acousticModel;
    }

    /** The file with the settings of the acoustic features, the sample rate among them. */
    String features() {
        return features;
    }

    /** A graph file's path in this layout. */
    String graph(String file) {
        return graph + file;
    }

    /** Further files without which Vosk does not load. */
    List<String> others() {
        return this == FOLDERS ? List.of("conf/model.conf") : List.of();
    }

    /** Whether a file takes part in recognition and so in the model's hash; a README does not. */
    boolean owns(String path) {
        int slash = path.indexOf('/');
        if (slash < 0) {
            return this == FLAT && path.matches(".*\\.(mdl|fst|int|conf)|words\\.txt");
        }
        String folder = path.substring(0, slash);
        return OPTIONAL_FOLDERS.contains(folder)
                || (this == FOLDERS && List.of("am", "conf", "graph").contains(folder));
    }
}
