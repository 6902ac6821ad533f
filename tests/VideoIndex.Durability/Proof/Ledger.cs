using System.Globalization;
using System.Text;

namespace VideoIndex.Durability.Proof;

/// <summary>Keeps which videos were acknowledged: the store had said that the work on them is safe. Synced line by line.</summary>
internal sealed class Ledger(string file) : IDisposable
{
    private readonly FileStream _stream = new(file, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);

    public void Write(int video)
    {
        _stream.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{video}\n")));
        _stream.Flush(flushToDisk: true);
    }

    public void Dispose() => _stream.Dispose();

    /// <summary>Returns the videos that were acknowledged; a line that was never finished acknowledges nothing.</summary>
    public static IReadOnlySet<int> Read(string file)
    {
        var text = File.Exists(file) ? File.ReadAllText(file) : "";
        var whole = text[..(text.LastIndexOf('\n') + 1)];
        return whole.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => int.Parse(line, CultureInfo.InvariantCulture)).ToHashSet();
    }
}
