namespace VideoIndex.Interchange.Captions;

/// <summary>Splits text into lines at any of the three line ends people's tools write.</summary>
internal static class TextLines
{
    public static string[] Of(string text) =>
        text.TrimStart('\uFEFF')
            .Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace('\r', '\n')
            .Replace('\0', '\uFFFD')
            .Split('\n');
}
