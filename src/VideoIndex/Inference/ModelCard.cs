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
    /// <summary>Gets where its file can be had, an address; null where it is only imported.</summary>
    public Uri? Source { get; init; }

    /// <summary>Gets the names of its classes, or its letters, in its own order, by the names in use today; empty where it has none.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Gets the width of the pictures it takes, in pixels; 0 for any.</summary>
    public int Width { get; init; }

    /// <summary>Gets the height of the pictures it takes, in pixels; 0 for any.</summary>
    public int Height { get; init; }

    /// <summary>Gets what it takes.</summary>
    public IReadOnlyList<TensorShape> Inputs { get; init; } = [];

    /// <summary>Gets what it gives.</summary>
    public IReadOnlyList<TensorShape> Outputs { get; init; } = [];
}
