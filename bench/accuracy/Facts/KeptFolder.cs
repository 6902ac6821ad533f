namespace VideoIndex.Accuracy.Facts;

/// <summary>The folder clips are encoded into: a named one that stays, or one that is removed at the end.</summary>
internal sealed class KeptFolder(string? kept) : IDisposable
{
    public string Path { get; } = Directory.CreateDirectory(
        kept ?? System.IO.Path.Combine(System.IO.Path.GetTempPath(), "videoindex-accuracy-" + Environment.ProcessId)).FullName;

    public void Dispose()
    {
        if (kept is null)
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
