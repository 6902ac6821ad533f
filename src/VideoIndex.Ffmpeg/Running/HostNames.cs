namespace VideoIndex.Ffmpeg.Running;

/// <summary>
/// Where there is no sandbox, gives the input and the folder plain names by links made here: a percent sign in a folder's
/// name is a pattern to FFmpeg, and a line break in a file's name would forge lines of its log.
/// </summary>
internal sealed class HostNames : IDisposable
{
    private readonly Scratch? _links;

    public HostNames(ToolCall call, Protection protection)
    {
        Call = call;
        if (protection == Protection.Sandbox)
        {
            return;
        }

        _links = new Scratch();
        Call = call with
        {
            Input = call.Input is { } file ? Link("media.bin", file) : null,
            Folder = call.Folder is { } folder ? Link("out", folder) : null,
        };
    }

    /// <summary>Gets the call by its plain names.</summary>
    public ToolCall Call { get; }

    /// <inheritdoc/>
    public void Dispose() => _links?.Dispose();

    private string Link(string name, string to) => File.CreateSymbolicLink(Path.Combine(_links!.Folder, name), Path.GetFullPath(to)).FullName;
}
