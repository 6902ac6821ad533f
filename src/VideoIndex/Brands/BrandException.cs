namespace VideoIndex.Brands;

/// <summary>A brand cannot be found or changed as was asked; nothing was changed.</summary>
/// <param name="code">A stable machine-readable code, lower case with dashes. docs/brands.md lists them.</param>
/// <param name="sentence">One plain sentence for people.</param>
public sealed class BrandException(string code, string sentence) : Exception(sentence)
{
    /// <summary>Gets the machine-readable code.</summary>
    public string Code { get; } = code;
}
