namespace VideoIndex.Cli.Output.Json.Models;

internal sealed record ModelFigureShape(string What, string On, decimal Value);

internal sealed record ModelShape(
    string Name,
    string Task,
    string Version,
    string Licence,
    string? Source,
    string Sha256,
    long Bytes,
    string Head,
    int Classes,
    bool Known,
    string State,
    string? Path,
    IReadOnlyList<ModelFigureShape> Measured);

internal sealed record ModelListShape(string Folder, string? NotTried, IReadOnlyList<ModelShape> Models);

internal sealed record ModelPlacedShape(string Name, string Version, string Path, bool IsNew, bool Tried);

internal sealed record ModelRefusedShape(string Path, string Code, string Sentence);

internal sealed record ModelsPlacedShape(IReadOnlyList<ModelPlacedShape> Placed, IReadOnlyList<ModelRefusedShape> Refused);

internal sealed record ModelVerifiedShape(string Name, string Version, string Path, bool Whole, bool Tried, string? Code, string? Sentence);

internal sealed record ModelsVerifiedShape(IReadOnlyList<ModelVerifiedShape> Models);

internal sealed record ModelRemovedShape(string Name, bool Removed);
