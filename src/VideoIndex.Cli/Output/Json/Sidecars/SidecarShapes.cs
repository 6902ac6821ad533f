namespace VideoIndex.Cli.Output.Json.Sidecars;

internal sealed record SidecarsWrittenShape(IReadOnlyList<WrittenShape> Sidecars);

/// <summary>A side-car that was written, was as before, or could not be written.</summary>
internal sealed record WrittenShape(VideoName? Video, string File, long Bytes, bool Written, string? Code, string? Sentence);

internal sealed record SidecarsReadShape(IReadOnlyList<SidecarReadShape> Sidecars);

/// <summary>A side-car that was taken in, or not.</summary>
internal sealed record SidecarReadShape(string File, VideoName? Video, string Outcome, string? Code, string? Sentence, string? Pointer, IReadOnlyList<string> Notes);

internal sealed record SidecarsCheckedShape(IReadOnlyList<SidecarCheckedShape> Sidecars);

/// <summary>Whether a side-car can be read.</summary>
internal sealed record SidecarCheckedShape(string File, bool Valid, string? Format, int? Version, VideoName? Video, string? Code, string? Sentence, string? Pointer);
