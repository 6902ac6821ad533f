using System.Text;
using VideoIndex.Events;
using VideoIndex.Pipeline.Library;

namespace VideoIndex.Pipeline.Delivery;

/// <summary>
/// Appends events to a file, one a line. What is delivered has reached the disk; a line that a kill or a power cut has torn
/// is cut off before the next is written; an event the file ends with already is not written twice.
/// </summary>
/// <param name="file">The file, absolute. It is opened anew for each event, so it may be moved away at any time.</param>
public sealed class FileSink(string file) : IEventSink
{
    // Far more than the longest line: a path of 4,096 bytes, escaped.
    private const int Tail = 1 << 17;

    // How every line begins: nothing else is ever cut off or written behind.
    private static readonly byte[] Beginning = Encoding.UTF8.GetBytes("{\"specversion\":");

    /// <inheritdoc/>
    public async Task<Receipt> DeliverAsync(CloudEvent happened, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(happened);
        try
        {
            // Alone: two that append would tear each other's lines. Programs that only read are not kept from it.
            var lines = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            await using (lines.ConfigureAwait(false))
            {
                return await AppendAsync(lines, happened, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Receipt.Refused("file-error", refused.Message);
        }
    }

    private static async Task<Receipt> AppendAsync(FileStream lines, CloudEvent happened, CancellationToken cancellationToken)
    {
        var line = Encoding.UTF8.GetBytes(happened.ToJson() + "\n");
        var tail = await TailAsync(lines, cancellationToken).ConfigureAwait(false);
        var torn = tail.AsSpan()[(tail.AsSpan().LastIndexOf((byte)'\n') + 1)..];
        var last = LastLine(tail.AsSpan()[..^torn.Length]);
        if (!IsOurs(torn) || !IsOurs(last))
        {
            return Receipt.Refused("not-an-event-file", $"'{lines.Name}' holds something other than events, and is left alone.") with { IsFinal = true };
        }

        if (last.SequenceEqual(line))
        {
            return Receipt.Delivered;
        }

        lines.SetLength(lines.Length - torn.Length);
        lines.Position = lines.Length;
        await lines.WriteAsync(line, CancellationToken.None).ConfigureAwait(false);
        lines.Flush(flushToDisk: true);
        if (lines.Length == line.Length)
        {
            Disk.FlushFolder(Path.GetDirectoryName(lines.Name)!); // a new file's name has to last, too
        }

        return Receipt.Delivered;
    }

    private static async Task<byte[]> TailAsync(FileStream lines, CancellationToken cancellationToken)
    {
        var tail = new byte[Math.Min(lines.Length, Tail)];
        lines.Position = lines.Length - tail.Length;
        await lines.ReadExactlyAsync(tail, cancellationToken).ConfigureAwait(false);
        return tail;
    }

    private static ReadOnlySpan<byte> LastLine(ReadOnlySpan<byte> whole) =>
        whole.IsEmpty ? whole : whole[(whole[..^1].LastIndexOf((byte)'\n') + 1)..];

    // A torn line may hold no more than a part of the beginning.
    private static bool IsOurs(ReadOnlySpan<byte> line) =>
        line.Length < Beginning.Length ? Beginning.AsSpan().StartsWith(line) : line.StartsWith(Beginning);
}
