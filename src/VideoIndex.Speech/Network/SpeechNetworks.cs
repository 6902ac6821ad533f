using VideoIndex.Hearing;
using VideoIndex.Inference;
using VideoIndex.Speech.Exported;
using VideoIndex.Speech.Tokens;

namespace VideoIndex.Speech.Network;

/// <summary>Makes speech networks of models.</summary>
public static class SpeechNetworks
{
    /// <summary>Makes a network of a model, and takes the model over: closing the one closes the other.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="ModelException">Its graphs are of no layout that is known here.</exception>
    public static ISpeechNetwork Of(SpeechModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Layout switch
        {
            SpeechLayouts.Own => new WhisperNetwork(model),
            SpeechLayouts.Exported => new ExportedNetwork(model),
            _ => throw new ModelException("wrong-layout", $"No way is known here to run speech models of the layout '{model.Layout}'."),
        };
    }

    /// <summary>Reads a model's tokens, from what of theirs it has.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="ModelException">They are damaged, do not fit its size, or are not there.</exception>
    public static SpeechVocabulary VocabularyOf(SpeechModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var (tokens, size) = (model.Tokens, model.Sizes.Vocabulary);
        return tokens.List is { Count: > 0 } list ? SpeechVocabularies.OfList(list, size, tokens.Multilingual)
            : File("vocab.json") is { IsEmpty: false } words ? SpeechVocabularies.OfHuggingFace(words, File("merges.txt").Span, File("added_tokens.json"), size, tokens.Multilingual)
            : File("tokenizer.json") is { IsEmpty: false } all ? SpeechVocabularies.OfTokenizer(all, size, tokens.Multilingual)
            : tokens.Files.FirstOrDefault(file => file.Key.EndsWith(".tiktoken", StringComparison.Ordinal)).Value is { IsEmpty: false } ranks
                ? SpeechVocabularies.OfRanks(ranks.Span, size, tokens.Multilingual)
            : throw new ModelException("missing-file", "The speech model has no file of its tokens.");

        ReadOnlyMemory<byte> File(string name) => tokens.Files.GetValueOrDefault(name);
    }
}
