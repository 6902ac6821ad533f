namespace VideoIndex.Cli.Output.Json;

internal sealed record ListShape(IReadOnlyList<ListedShape> Videos);

internal sealed record ListedShape(
    string Id, string Path, string State, string? Code, long Bytes, decimal DurationSeconds, string? FrameRate, long Frames);

internal sealed record RemovedShape(VideoName Video, bool Removed);

internal sealed record ReindexedShape(int Videos, long Things);

internal sealed record RetunedShape(VideoName Video, int Threshold, int ShotsBefore, int Shots);

internal sealed record DoctorShape(
    string VideoIndex, string Runtime, string? Ffmpeg, string? Tesseract, string Sqlite, string SqliteFile, string? Protection, string? Weakness, string Library, bool LibraryExists, long FreeBytes, bool Healthy, ModelRuntimeShape ModelRuntime);

internal sealed record ModelRuntimeShape(string? Version, string? Path, IReadOnlyList<string> Providers, string? Provider, IReadOnlyList<string> Notes);

internal sealed record DeliveredShape(int Delivered, long Last);

internal sealed record TakenShape(string Path, string? Id, string? Code, string? Sentence, bool AlreadyKnown);
