using VideoIndex.Inference;
using VideoIndex.ScreenText;
using VideoIndex.Tags;
using VideoIndex.Vision.ScreenText.Reading.Places;

namespace VideoIndex.Vision.ScreenText.Reading;

/// <summary>Opens readers that read with models, in the language the card of the one that reads lines names.</summary>
/// <remarks>
/// Safe for use by several threads. The models are opened when it is first asked whether they are missing, and are shared; they are closed
/// with this and the last of the readers, whichever is later.
/// </remarks>
public sealed class ModelTextReaders : ITextReaders, IDisposable
{
    private const string English = "eng";

    // So much of a hash tells one version of a model from another.

    private readonly IModelCatalogue _catalogue;
    private readonly IModelRuntime _runtime;
    private readonly ModelSessionOptions _options;
    private readonly Lazy<(TextModels? Models, string? Missing)> _opened;
    private readonly Lazy<LookPlaces?> _places;
    private readonly IReadOnlyList<string> _notes;
    private readonly Lock _counting = new();
    private int _users = 1;
    private bool _isClosed;

    /// <summary>Creates them; nothing is loaded until it is asked what is missing.</summary>
    /// <param name="catalogue">Which models there are.</param>
    /// <param name="runtime">What runs them.</param>
    /// <param name="options">How they are run.</param>
    /// <param name="languages">The languages that were asked for, as ISO 639-2; those that are not read are told of in <see cref="Notes"/>.</param>
    public ModelTextReaders(IModelCatalogue catalogue, IModelRuntime runtime, ModelSessionOptions options, IReadOnlyList<string> languages)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(languages);
        (_catalogue, _runtime, _options) = (catalogue, runtime, options);
        _opened = new(Try);
        _places = new(() => _opened.Value.Models?.Places is { } places ? new LookPlaces(places) : null);
        _notes =
        [
            .. NotRead(catalogue.Serving(ModelTasks.TextLines)?.Card, languages),
            .. catalogue.Serving(ModelTasks.TextDirection) is null ? new[] { "Lines that stand on their heads are not turned: videoindex models install ppocr-text-direction" } : [],
            .. catalogue.Serving(ModelTasks.TextPlaces) is null ? new[] { "Small words, and faint ones, are often not found, and lines that are read unsurely are not trimmed: videoindex models install ppocr-text-places-en" } : [],
        ];
    }

    /// <inheritdoc/>
    public string? Missing => _opened.Value.Missing;

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes =>
        _places is { IsValueCreated: true, Value.Failure: { } failure } ? [.. _notes, $"Places of words were not looked for in every look: {failure}"] : _notes;

    /// <summary>Gets what finds where words stand in whole looks, until the models are closed; null where nothing is read, or no model for it is installed.</summary>
    public LookPlaces? Places => _places.Value;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">There is none; <see cref="Missing"/> says why.</exception>
    public ITextReader Open()
    {
        if (_opened.Value is not { Models: { } models })
        {
            throw new InvalidOperationException(Missing);
        }

        lock (_counting)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            _users++;
        }

        try
        {
            return new ModelTextReader(models, LetGo);
        }
        catch
        {
            LetGo();
            throw;
        }
    }

    /// <summary>Closes the models once no reader is open any more.</summary>
    public void Dispose()
    {
        lock (_counting)
        {
            if (_isClosed)
            {
                return;
            }

            _isClosed = true;
        }

        LetGo();
    }

    private void LetGo()
    {
        lock (_counting)
        {
            if (--_users > 0)
            {
                return;
            }
        }

        if (_opened.IsValueCreated)
        {
            _opened.Value.Models?.Dispose();
        }
    }

    private (TextModels? Models, string? Missing) Try()
    {
        if (_runtime.Missing is { } missing)
        {
            return (null, missing);
        }

        if (_catalogue.Serving(ModelTasks.TextLines) is not { } lines)
        {
            return (null, "Words on the screen are not read: no model for it is installed. Run: videoindex models install ppocr-text-lines-en ppocr-text-direction ppocr-text-places-en");
        }

        try
        {
            return (OpenAll(lines), null);
        }
        catch (ModelException wrong)
        {
            return (null, $"Words on the screen are not read: {wrong.Message}");
        }
    }

    private TextModels OpenAll(InstalledModel lines)
    {
        var (direction, places) = (_catalogue.Serving(ModelTasks.TextDirection), _catalogue.Serving(ModelTasks.TextPlaces));
        var opened = new List<IModelSession>();
        try
        {
            foreach (var model in new[] { lines, direction, places })
            {
                opened.Add(model is null ? null! : _runtime.Open(model.Path, _options));
            }

            return new TextModels(OriginOf([lines, direction, places]), opened[0], lines.Card.Labels, opened[1]) { Places = opened[2], Language = lines.Card.Language };
        }
        catch
        {
            opened.ForEach(session => session?.Dispose());
            throw;
        }
    }

    // What its card does not say of a model, nobody can say.
    private static IEnumerable<string> NotRead(ModelCard? card, IReadOnlyList<string> languages) => card?.Language is { } read
        ? languages.Where(language => language != read)
            .Select(language => $"The models read {(read == English ? "English" : $"the language '{read}'")} only, not the language '{language}': --text-reader tesseract")
        : [];

    private static Origin OriginOf(IReadOnlyList<InstalledModel?> models) => new(
        "model",
        models[0]!.Card is { Language: { } language } lines ? $"{lines.Name} {language}" : models[0]!.Card.Name,
        string.Join(' ', models.OfType<InstalledModel>().Select(model => model.Card.Revision)));
}
