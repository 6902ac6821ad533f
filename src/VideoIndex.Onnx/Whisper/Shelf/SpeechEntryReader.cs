using System.Text.RegularExpressions;
using VideoIndex.Inference;
using VideoIndex.Onnx.Catalogue;

namespace VideoIndex.Onnx.Whisper.Shelf;

/// <summary>Reads the manifest's entries of speech models.</summary>
internal static partial class SpeechEntryReader
{
    /// <summary>Reads one.</summary>
    /// <exception cref="ModelException">It is none; the sentence says what is wrong with it.</exception>
    public static SpeechEntry Read(CardNode node)
    {
        node.AllowOnly("name", "version", "licence", "source", "files");
        var files = node.Texts("files", 100);
        return files is [] || files.Any(file => !FileForm().IsMatch(file)) ? throw node.Wrong("files")
            : new SpeechEntry(node.Text("name", NameForm()), node.Text("version", NameForm()), node.Text("licence"), new Uri(node.Text("source", SourceForm())), files);
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,99}\z")]
    private static partial Regex FileForm();

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]{0,63}\z")]
    private static partial Regex NameForm();

    [GeneratedRegex(@"\Ahttps://[^\s/?#@]+/\S{1,1900}/\z")]
    private static partial Regex SourceForm();
}
