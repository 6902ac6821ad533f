using System.Text;

namespace VideoIndex.Durability.Proof;

/// <summary>Writes down what this process was told, a line each, at once: what the kernel has survives the process.</summary>
internal sealed class EffectLog(string file) : IDisposable
{
    public const string Killed = "killed", Stopped = "stopped", Claimed = "claimed", Told = "told";

    private readonly FileStream _stream = new(file, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
    private readonly Lock _gate = new();

    public void Write(params ReadOnlySpan<string> words)
    {
        var line = Encoding.UTF8.GetBytes(string.Join(' ', words) + "\n");
        lock (_gate)
        {
            _stream.Write(line);
        }
    }

    public void Dispose() => _stream.Dispose();

    /// <summary>Returns the lines of all logs of a folder, as words.</summary>
    public static IEnumerable<string[]> ReadAll(string folder) =>
        Directory.GetFiles(folder, "*.log").SelectMany(File.ReadLines).Select(line => line.Split(' '));
}
