using VideoIndex.Inference;

namespace VideoIndex.Onnx.Whisper.Shelf;

/// <summary>A speech model the manifest names: where its files are. How large they are and what their hashes are is learned at the first download.</summary>
/// <param name="Name">Its name here.</param>
/// <param name="Version">Which it is, as its makers number them.</param>
/// <param name="Licence">Its licence, as an SPDX identifier.</param>
/// <param name="Source">The address its files' names are put behind.</param>
/// <param name="Files">Their names, the weights first.</param>
public sealed record SpeechEntry(string Name, string Version, string Licence, Uri Source, IReadOnlyList<string> Files)
{
    /// <summary>Gets the card that the catalogue shows while it is not installed: its hash is empty and its size 0, for neither is known.</summary>
    public ModelCard Shown => new(Name, ModelTasks.Transcription, Version, Licence, "", 0, "whisper") { Source = Source };
}
