namespace VideoIndex.Inference;

/// <summary>What is known of a model: an entry of the manifest.</summary>
/// <param name="Name">Its name here, <c>yolox-nano</c>.</param>
/// <param name="Task">What it is for, one of <see cref="ModelTasks"/>.</param>
/// <param name="Version">Its version.</param>
/// <param name="Licence">Its licence, as an SPDX identifier.</param>
/// <param name="Sha256">The hash of its file, 64 hex digits.</param>
/// <param name="Bytes">How large its file is.</param>
/// <param name="Head">How its numbers are to be understood, <c>yolox</c>: which code reads its outputs.</param>
public sealed record ModelCard(string Name, string Task, string Version, string Licence, string Sha256, long Bytes, string Head)
{
    private const int HashDigits = 12;

    /// <summary>Gets which file it is, exactly: its version and how its hash begins, <c>3d4f111-695e750a5d57</c>. Claims a model makes are signed so.</summary>
    public string Revision => $"{Version}-{Sha256[..Math.Min(HashDigits, Sha256.Length)]}";

    /// <summary>Gets where its file can be had, an address; null where it is only imported.</summary>
    public Uri? Source { get; init; }

    /// <summary>Gets the names of its classes, or its letters, in its own order, by the names in use today; empty where it has none.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Gets the language it reads, as ISO 639-2; null where the card does not say, or it reads none.</summary>
    public string? Language { get; init; }

    /// <summary>Gets the width of the pictures it takes, in pixels; 0 for any.</summary>
    public int Width { get; init; }

    /// <summary>Gets the height of the pictures it takes, in pixels; 0 for any.</summary>
    public int Height { get; init; }

    /// <summary>Gets what it takes.</summary>
    public IReadOnlyList<TensorShape> Inputs { get; init; } = [];

    /// <summary>Gets what it gives.</summary>
    public IReadOnlyList<TensorShape> Outputs { get; init; } = [];

    /// <summary>Gets how its inputs are made; null where the card does not say.</summary>
    public InputPreparation? Preparation { get; init; }

    /// <summary>Gets how its outputs are to be read, for people: the code that does so is its <see cref="Head"/>.</summary>
    public string Reading { get; init; } = "";

    /// <summary>Gets what was measured of it by ourselves; empty where nothing was.</summary>
    public IReadOnlyList<ModelFigure> Measured { get; init; } = [];
}

/// <summary>How pictures, or sound, become what a model takes.</summary>
/// <param name="Words">All of it, for people.</param>
public sealed record InputPreparation(string Words)
{
    /// <summary>Gets the order of a picture's colours, <c>bgr</c> or <c>rgb</c>; null where it takes no pictures.</summary>
    public string? Colours { get; init; }

    /// <summary>Gets what is taken away from each colour's value, which is from 0 to 255, in the order of <see cref="Colours"/>.</summary>
    public IReadOnlyList<decimal> Mean { get; init; } = [];

    /// <summary>Gets what the rest is divided by, in the same order.</summary>
    public IReadOnlyList<decimal> Deviation { get; init; } = [];

    /// <summary>Gets how a picture of another shape is made to fit: <c>letterbox</c>, <c>stretch</c>, <c>pad</c>, <c>line</c>, or <c>crop</c> for the middle of it; null where it takes no pictures.</summary>
    public string? Fit { get; init; }

    /// <summary>Gets the value that fills what the picture does not cover, from 0 to 255; null where nothing is left.</summary>
    public int? Fill { get; init; }

    /// <summary>Gets what width and height must be multiples of; 1 for no more than whole pixels.</summary>
    public int Multiple { get; init; } = 1;
}

/// <summary>Something measured of a model.</summary>
/// <param name="What">What was measured, <c>mAP50</c>.</param>
/// <param name="On">On what, and how many: the pictures, or the clips.</param>
/// <param name="Value">The figure.</param>
public sealed record ModelFigure(string What, string On, decimal Value);
