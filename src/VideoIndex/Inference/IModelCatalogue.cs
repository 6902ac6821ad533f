namespace VideoIndex.Inference;

/// <summary>The models that are known here, and those that are installed.</summary>
public interface IModelCatalogue
{
    /// <summary>Gets what is known, in the order of the manifest; of one task, the one to be preferred first.</summary>
    IReadOnlyList<ModelCard> Known { get; }

    /// <summary>Returns the model that serves a task here: the first of the known that is installed; null where none is.</summary>
    /// <param name="task">One of <see cref="ModelTasks"/>.</param>
    InstalledModel? Serving(string task);
}

/// <summary>A model on this machine, as whole as its card says.</summary>
/// <param name="Card">What it is.</param>
/// <param name="Path">Its file.</param>
public sealed record InstalledModel(ModelCard Card, string Path);

/// <summary>What models are for.</summary>
public static class ModelTasks
{
    /// <summary>Finds objects of known classes in a picture.</summary>
    public const string Objects = "objects";

    /// <summary>Finds faces in a picture, not whose they are.</summary>
    public const string Faces = "faces";

    /// <summary>Finds where words stand in a picture.</summary>
    public const string TextPlaces = "text-places";

    /// <summary>Says whether a line of words stands upside down.</summary>
    public const string TextDirection = "text-direction";

    /// <summary>Reads a line of words.</summary>
    public const string TextLines = "text-lines";

    /// <summary>Says where in a sound somebody speaks.</summary>
    public const string Speech = "speech-activity";

    /// <summary>Writes down what somebody says.</summary>
    public const string Transcription = "transcription";

    /// <summary>Makes a vector of a picture, near those of words that say what is in it.</summary>
    public const string PictureEmbedding = "picture-embedding";

    /// <summary>Makes a vector of words, near those of pictures they say what is in.</summary>
    public const string TextEmbedding = "text-embedding";
}
