using System.Text;

namespace VideoIndex.Onnx.Whisper.Shelf;

/// <summary>Names of speech models that somebody brings along.</summary>
internal static class SpeechNames
{
    private const int Longest = 64;

    /// <summary>Returns the name of a folder or file as a model's: small letters, digits, points and dashes, without the ending of weights.</summary>
    public static string Of(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var name = File.Exists(full) ? Path.GetFileNameWithoutExtension(full) : Path.GetFileName(full);
        var made = new StringBuilder();
        foreach (var letter in name.ToLowerInvariant())
        {
            made.Append(char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '.' ? letter : '-');
        }

        var trimmed = made.ToString().Trim('-', '.');
        return trimmed == "" ? "speech-model" : trimmed[..Math.Min(Longest, trimmed.Length)];
    }
}
