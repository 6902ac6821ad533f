using System.Security.Cryptography;

namespace VideoIndex.Onnx.Catalogue.Downloading;

/// <summary>What has come of a file so far, kept from one try to the next, and what its server called that version of it.</summary>
internal sealed class PartFile : IDisposable
{
    private readonly string _tagPath;
    private readonly FileStream _stream;

    /// <summary>Opens what there is, or begins anew.</summary>
    public PartFile(string path)
    {
        _tagPath = path + ".tag";
        _stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        _stream.Seek(0, SeekOrigin.End);
        Length = _stream.Length;
    }

    /// <summary>Gets how much there is.</summary>
    public long Length { get; private set; }

    /// <summary>Gets what the server called the version this is of, its ETag; null where it did not.</summary>
    public string? Tag => File.Exists(_tagPath) ? File.ReadAllText(_tagPath) : null;

    /// <summary>Begins anew, with a version a server names; null where it names none.</summary>
    public void Begin(string? tag)
    {
        if (Length > 0)
        {
            _stream.SetLength(0);
            _stream.Seek(0, SeekOrigin.Begin);
            Length = 0;
        }

        if (tag is null)
        {
            File.Delete(_tagPath);
        }
        else
        {
            File.WriteAllText(_tagPath, tag);
        }
    }

    /// <summary>Writes what came.</summary>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        Length += bytes.Length;
    }

    /// <summary>Puts everything on the disk and returns its hash, 64 hex digits.</summary>
    public async Task<string> HashAsync(CancellationToken cancellationToken)
    {
        _stream.Flush(flushToDisk: true);
        _stream.Seek(0, SeekOrigin.Begin);
        var hash = await SHA256.HashDataAsync(_stream, cancellationToken).ConfigureAwait(false);
        _stream.Seek(0, SeekOrigin.End);
        return Convert.ToHexStringLower(hash);
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();
}
