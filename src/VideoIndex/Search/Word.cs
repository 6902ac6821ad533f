namespace VideoIndex.Search;

/// <summary>One word of a text, as it is searched, and where it stands in the text.</summary>
/// <param name="Folded">
/// The word in lower case, without accents, in compatibility form: <c>Über</c> is <c>uber</c>, <c>ＧＯＡＬ</c> is <c>goal</c>.
/// </param>
/// <param name="At">Where it starts in the text, in UTF-16 units.</param>
/// <param name="Length">How far it reaches in the text, in UTF-16 units.</param>
public readonly record struct Word(string Folded, int At, int Length)
{
    /// <summary>Gets where the word ends in the text.</summary>
    public int End => At + Length;
}
