using VideoIndex.Brands;
using VideoIndex.Hearing;

namespace VideoIndex.Pipeline.Hearing;

/// <summary>The names and words a transcriber is told in advance, so that it spells them as they are spelled: what a person listed, then the library's brands, the latest first.</summary>
/// <param name="brands">The brands; null where they are not told.</param>
/// <param name="words">What a person listed.</param>
public sealed class Glossary(IBrandStore? brands, IReadOnlyList<string> words)
{
    /// <summary>
    /// How many characters are told in all. A model hears 223 tokens in advance; a token is three characters of a name or more, and what is too
    /// long all the same is cut by the transcriber, from its end.
    /// </summary>
    public const int MostCharacters = 600;

    /// <summary>Returns the words as of now, those that come first the likeliest to be kept.</summary>
    public async Task<IReadOnlyList<string>> WordsAsync(CancellationToken cancellationToken)
    {
        var known = brands is null ? [] : await brands.ListAsync(cancellationToken).ConfigureAwait(false);
        var names = known.Where(brand => !brand.IsRetired).OrderByDescending(brand => brand.Added.At).ThenBy(brand => brand.Name, StringComparer.Ordinal).Select(brand => brand.Name);
        var (told, room) = (new List<string>(), MostCharacters);
        foreach (var word in words.Concat(names).Select(word => word.Trim()).Where(word => word != "").Distinct(StringComparer.OrdinalIgnoreCase))
        {
            room -= word.Length + 2; // and a comma and a space
            if (room < 0)
            {
                break;
            }

            told.Add(word);
        }

        return told;
    }

    /// <summary>Returns options with these words among them.</summary>
    public async Task<TranscriptionOptions> InAsync(TranscriptionOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options with { Glossary = [.. options.Glossary, .. await WordsAsync(cancellationToken).ConfigureAwait(false)] };
    }
}
