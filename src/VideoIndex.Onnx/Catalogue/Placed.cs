using VideoIndex.Inference;

namespace VideoIndex.Onnx.Catalogue;

/// <summary>A model that can be used now.</summary>
/// <param name="Model">It, and where it is.</param>
/// <param name="IsNew">Whether it was not there before.</param>
public sealed record Placed(InstalledModel Model, bool IsNew);

/// <summary>What became of a model that was to be imported.</summary>
/// <param name="Path">What was found.</param>
/// <param name="Placed">It, where it can be used now; null where it was refused.</param>
/// <param name="Code">Why it was refused, for programs; null when it was not.</param>
/// <param name="Sentence">The same for people.</param>
public sealed record Imported(string Path, Placed? Placed, string? Code, string? Sentence);

/// <summary>A model somebody offers.</summary>
/// <param name="Card">Its card.</param>
/// <param name="CardText">The card as it is written.</param>
/// <param name="Path">Its file.</param>
internal sealed record Offer(ModelCard Card, byte[] CardText, string Path);

/// <summary>What was found in a folder of models to import.</summary>
/// <param name="Path">Where.</param>
/// <param name="Offer">A model; null where what was found is none.</param>
/// <param name="Code">Why it is none.</param>
/// <param name="Sentence">The same for people.</param>
internal sealed record Found(string Path, Offer? Offer, string? Code, string? Sentence);
