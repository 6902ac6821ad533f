using System.Runtime.InteropServices;

namespace VideoIndex.Onnx.Whisper.Graph;

/// <summary>
/// The file beside a graph that holds its weights, written from front to back: a message of the format can hold no more than two thousand million
/// bytes, and the runtime maps such a file instead of copying it.
/// </summary>
/// <param name="path">The file; one that is there is overwritten.</param>
internal sealed class WeightFile(string path) : IDisposable
{
    private const int Page = 4096; // where the runtime can map a tensor by itself

    private readonly FileStream _file = new(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);

    /// <summary>Gets the file's name, as the graph beside it says it.</summary>
    public string Name { get; } = Path.GetFileName(path);

    /// <summary>Gets where each tensor begins, by its name: a second graph over the same file writes none again.</summary>
    public Dictionary<string, long> Places { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets where the next tensor begins.</summary>
    public long Begin()
    {
        _file.Write(new byte[(Page - _file.Position % Page) % Page]);
        return _file.Position;
    }

    /// <summary>Adds values to the tensor that was begun.</summary>
    public void Append<T>(ReadOnlySpan<T> values)
        where T : unmanaged => _file.Write(MemoryMarshal.AsBytes(values));

    /// <summary>Returns when all of it is on the disk.</summary>
    public void Flush() => _file.Flush(flushToDisk: true);

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
