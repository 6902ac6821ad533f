namespace VideoIndex.Onnx.Catalogue.Downloading;

/// <summary>How patient a download is.</summary>
public sealed record DownloadRules
{
    /// <summary>Gets how long a server may say nothing before the connection is given up; 30 seconds by default.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets how often in a row it may fail without a single new byte; 5 by default.</summary>
    public int Tries { get; init; } = 5;

    /// <summary>Gets how long it rests after the first failure; twice as long after each more. A second by default.</summary>
    public TimeSpan FirstRest { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets how many addresses one may lead to the next; 5 by default.</summary>
    public int Redirects { get; init; } = 5;
}

/// <summary>A file that is to be fetched.</summary>
/// <param name="Source">Where it is: https, or this machine itself.</param>
/// <param name="Bytes">How large it is.</param>
/// <param name="Sha256">Its hash, 64 hex digits; null where it is not known and taken as it comes the first time.</param>
internal sealed record Wanted(Uri Source, long Bytes, string? Sha256);

/// <summary>A failure that may be over the next time: a broken connection, a server that is busy.</summary>
internal sealed class PassingException(string sentence, Exception? inner = null) : Exception(sentence, inner);
