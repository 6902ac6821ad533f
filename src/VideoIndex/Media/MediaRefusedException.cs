namespace VideoIndex.Media;

/// <summary>The media is damaged, hostile or of a kind VideoIndex does not read. Trying again will not help.</summary>
/// <param name="code">A stable machine-readable code, lower case with dashes: <c>unreadable</c>, <c>format-not-allowed</c>.</param>
/// <param name="sentence">One plain sentence for people.</param>
/// <param name="quarantine">Whether the file misbehaved (hung, crashed a decoder, broke a limit) rather than being merely unreadable.</param>
public sealed class MediaRefusedException(string code, string sentence, bool quarantine = false) : Exception(sentence)
{
    /// <summary>Gets the machine-readable code.</summary>
    public string Code { get; } = code;

    /// <summary>Gets whether the file is to be kept apart as dangerous.</summary>
    public bool Quarantine { get; } = quarantine;
}
