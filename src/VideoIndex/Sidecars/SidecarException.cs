namespace VideoIndex.Sidecars;

/// <summary>A side-car that cannot be read or taken in; nothing was changed.</summary>
/// <param name="code">A stable machine-readable code, lower case with dashes. docs/sidecar.md lists them.</param>
/// <param name="sentence">One plain sentence for people.</param>
/// <param name="place">Which value is at fault, as a JSON pointer (RFC 6901); null where it is the file as a whole.</param>
public sealed class SidecarException(string code, string sentence, string? place = null) : Exception(sentence)
{
    /// <summary>Gets the machine-readable code.</summary>
    public string Code { get; } = code;

    /// <summary>Gets which value is at fault, as a JSON pointer; null where it is the file as a whole.</summary>
    public string? Place { get; } = place;
}
