namespace VideoIndex.Interchange.Tests.Importing.Services;

/// <summary>A file of insights, made up, in which every documented array is, and what is odd about real ones.</summary>
internal static class InsightsFile
{
    /// <summary>All arrays; a span that ends before it begins; members, an array and an id that nobody documents.</summary>
    public const string Everything =
        """
        {
          "accountId": "11111111-2222-3333-4444-555555555555", "id": "a1b2c3d4e5", "partition": null, "name": "evening", "description": null, "userName": "ed",
          "created": "2026-01-02T03:04:05.000+00:00", "privacyMode": "Private", "state": "Processed", "isOwned": true, "isEditable": true, "isBase": true,
          "durationInSeconds": 600, "duration": "0:10:00", "summarizedInsights": null, "somethingNew": { "deep": [1, 2.50, null, "=1+1"] },
          "videos": [{
            "accountId": "11111111-2222-3333-4444-555555555555", "id": "a1b2c3d4e5", "state": "Processed", "moderationState": "OK", "reviewState": "None", "privacyMode": "Private",
            "processingProgress": "100%", "failureCode": "None", "failureMessage": "", "externalId": null, "externalUrl": null, "metadata": null,
            "insights": {
              "version": "1.2.3.4", "duration": "0:10:00", "sourceLanguage": "en-US", "sourceLanguages": ["en-US"], "language": "en-US", "languages": ["en-US", "de-DE"],
              "transcript": [
                { "id": 1, "text": "Good evening, and welcome.", "confidence": 0.93, "speakerId": 1, "language": "en-US", "instances": [{ "adjustedStart": "0:00:00.5", "adjustedEnd": "0:00:02.25", "start": "0:00:00.5", "end": "0:00:02.25" }] },
                { "id": 2, "text": "Guten Abend.", "confidence": 0.71, "speakerId": 2, "language": "de-DE", "instances": [{ "adjustedStart": "0:00:02.3", "adjustedEnd": "0:00:03", "start": "0:00:02.3", "end": "0:00:03" }] },
                { "id": 3, "text": "And now: a \"goal\" --> 1 | 2\nto none.", "confidence": 0.5, "speakerId": 1, "language": "en-US", "newer": true, "instances": [{ "adjustedStart": "0:01:00.1234567", "adjustedEnd": "0:01:04.7654321", "start": "0:01:00.1234567", "end": "0:01:04.7654321" }] }
              ],
              "ocr": [
                { "id": 1, "text": "2017 Ruler", "confidence": 0.4365, "left": 901, "top": 3, "width": 80, "height": 23, "angle": 0, "language": "en-US", "instances": [{ "adjustedStart": "0:00:45.5", "adjustedEnd": "0:00:46", "start": "0:00:45.5", "end": "0:00:46" }] },
                { "id": 2, "text": "EXIT", "confidence": 675.97, "left": 100, "top": 200, "width": 50, "height": 20, "angle": 12.5, "language": "en-US", "instances": [{ "start": "0:00:50", "end": "0:00:51" }] },
                { "id": 3, "text": "OFF STAGE", "confidence": 0.9, "left": 1800, "top": 20, "width": 400, "height": 20, "angle": -90, "language": "en-US", "instances": [{ "start": "0:00:52", "end": "0:00:53" }] }
              ],
              "keywords": [{ "id": 1, "text": "office insider", "confidence": 1, "language": "en-US", "instances": [{ "start": "0:00:00", "end": "0:00:05.75" }, { "start": "0:02:00", "end": "0:02:01" }] }],
              "topics": [{ "id": 1, "name": "Pens", "referenceId": "Category:Pens", "referenceUrl": "https://example.org/pens", "referenceType": "Wikipedia", "iptcName": "arts/pens", "iabName": null, "confidence": 0.68, "language": "en-US", "instances": [] }],
              "faces": [
                { "id": 1002, "name": "Ada Example", "confidence": 0.98, "description": "An example", "thumbnailId": "t-1", "knownPersonId": "p-1", "referenceId": "ada", "referenceType": "Bing", "title": "Ms", "imageUrl": null,
                  "thumbnails": [{ "id": "t-1", "fileName": "FaceInstanceThumbnail_t-1.jpg", "instances": [{ "adjustedStart": "0:00:00", "adjustedEnd": "0:00:00.033", "start": "0:00:00", "end": "0:00:00.033" }] }],
                  "instances": [{ "thumbnailsIds": ["t-1"], "start": "0:00:00", "end": "0:00:09" }] },
                { "id": 1003, "name": "Unknown #2", "confidence": 0, "thumbnailId": "t-2", "instances": [{ "thumbnailsIds": ["t-2"], "start": "0:03:00", "end": "0:03:00" }] }
              ],
              "labels": [
                { "id": 1, "name": "person", "referenceId": "person", "language": "en-US", "instances": [{ "confidence": 0.9959, "start": "0:00:00", "end": "0:00:26.667" }, { "confidence": 0.8, "start": "0:05:00.12", "end": "0:05:01" }] },
                { "id": 2, "name": "stadium", "referenceId": "artifact/stadium", "language": "en-US", "instances": [{ "confidence": 0.7, "start": "0:00:10", "end": "0:00:20" }] }
              ],
              "scenes": [{ "id": 1, "instances": [{ "start": "0:00:00", "end": "0:00:09.1333333" }] }, { "id": 2, "instances": [{ "start": "0:00:09.1333333", "end": "0:10:00" }] }],
              "shots": [
                { "id": 1, "tags": ["Wide", "Medium"], "keyFrames": [{ "id": 1, "instances": [{ "thumbnailId": "k-1", "adjustedStart": "0:00:00.1666667", "adjustedEnd": "0:00:00.2", "start": "0:00:00.1666667", "end": "0:00:00.2" }] }], "instances": [{ "start": "0:00:00", "end": "0:00:01.9333333" }] },
                { "id": 2, "keyFrames": [], "instances": [{ "start": "0:00:01.9333333", "end": "0:10:00" }] }
              ],
              "brands": [{ "id": 1, "referenceType": "Wiki", "name": "Contoso", "referenceId": "Contoso", "referenceUrl": "https://example.org/contoso", "description": "made up", "tags": ["x"], "confidence": 0.97, "isCustom": false,
                "instances": [{ "brandType": "Transcript", "instanceSource": "Transcript", "start": "0:00:31.3", "end": "0:00:39.0" }, { "brandType": "Ocr", "instanceSource": "Ocr", "start": "0:00:41", "end": "0:00:42" }] }],
              "namedPeople": [{ "id": 1, "referenceId": null, "referenceUrl": null, "name": "Grace Example", "description": null, "tags": [], "confidence": 0.9, "isCustom": true, "instances": [{ "instanceSource": "Transcript", "start": "0:00:00", "end": "0:00:01" }] }],
              "namedLocations": [{ "id": 1, "referenceId": "Q1", "referenceUrl": "https://example.org/q1", "name": "Erewhon", "description": null, "tags": [], "confidence": 0.55, "isCustom": false, "instances": [{ "instanceSource": "Ocr", "start": "00:07:00.000000", "end": "00:07:01.5000000" }] }],
              "audioEffects": [{ "id": 1, "type": "Silence", "name": "Silence", "instances": [{ "confidence": 0, "start": "0:00:10", "end": "0:00:12" }] }],
              "sentiments": [{ "id": 1, "averageScore": 0.5, "sentimentType": "Neutral", "instances": [{ "start": "0:00:00", "end": "0:08:00" }] }],
              "emotions": [{ "id": 1, "type": "Sad", "instances": [{ "confidence": 0.6, "start": "0:00:10", "end": "0:00:12" }] }],
              "detectedObjects": [{ "id": 1, "type": "Car", "thumbnailId": "o-1", "displayName": "car", "wikiDataId": "Q1420", "instances": [{ "confidence": 0.468, "start": "0:00:00", "end": "0:00:02.44" }, { "confidence": 0.53, "start": "0:00:08.5", "end": "0:00:03.2", "newer": 1 }] }],
              "observedPeople": [{ "id": 1, "thumbnailId": "b-1", "clothing": [{ "id": 1, "type": "sleeve", "properties": { "length": "short" } }], "matchingFace": { "id": 1002, "confidence": 0.8 }, "instances": [{ "start": "0:00:05", "end": "0:00:07", "newer": { "a": [] } }] }],
              "clapperboards": [{ "id": 1, "thumbnailId": "c-1", "isHeadSlate": false, "fields": [{ "title": "SCENE", "content": "1" }], "instances": [{ "start": "0:00:20", "end": "0:00:21" }] }],
              "framePatterns": [{ "id": 1, "patternType": "ColorBars", "name": "SMPTE color bars", "displayName": "null", "thumbnailId": "f-1", "instances": [{ "confidence": 0.512, "start": "0:00:04.906261", "end": "0:00:05.321406" }] }],
              "speakers": [{ "id": 1, "name": "Speaker #1", "instances": [{ "start": "0:00:00.5", "end": "0:01:04.7654321" }] }, { "id": 2, "name": "Anna", "instances": [{ "start": "0:00:02.3", "end": "0:00:03" }] }],
              "statistics": { "correspondenceCount": 2, "speakerWordCount": { "1": 10 }, "speakerNumberOfFragments": { "1": 2 }, "speakerLongestMonolog": { "1": 9 }, "speakerTalkToListenRatio": { "1": 0.6 } },
              "visualContentModeration": [{ "id": 1, "adultScore": 0.001, "racyScore": 0.01, "instances": [{ "start": "0:09:00", "end": "0:09:01" }] }],
              "textualContentModeration": { "id": 0, "bannedWordsCount": 0, "bannedWordsRatio": 0.0, "instances": [] },
              "blocks": [{ "id": 0, "instances": [{ "adjustedStart": "0:00:00", "adjustedEnd": "0:10:00", "start": "0:00:00", "end": "0:10:00" }] }],
              "logos": [{ "id": 1, "nobodyKnows": "Acme", "instances": [{ "start": "0:00:01", "end": "0:00:02" }] }],
              "customInsights": [{ "name": "car models", "displayName": "Car models", "displayType": "CapsuleAndTags", "newer": 7,
                "results": [{ "id": 1, "type": "sedan", "subType": "four doors", "metaData": "{}", "wikiDataId": null, "instances": [{ "confidence": 0.8, "start": "0:00:10", "end": "0:00:12" }] }] }]
            },
            "thumbnailId": "v-1", "publishedUrl": null, "viewToken": null, "detectSourceLanguage": false, "sourceLanguage": "en-US", "language": "en-US", "indexingPreset": "AdvancedVideo",
            "streamingPreset": "Default", "linguisticModelId": null, "isAdult": false
          }],
          "videosRanges": [{ "videoId": "a1b2c3d4e5", "range": { "start": "0:00:00", "end": "0:10:00" } }]
        }
        """;

    /// <summary>The smallest answer: one array of one video of ten minutes.</summary>
    public static string With(string array, string items, string duration = "0:10:00") =>
        $$$"""{"isBase":true,"videos":[{"id":"v","insights":{"version":"1","duration":"{{{duration}}}","language":"en-US","{{{array}}}":[{{{items}}}]}}]}""";
}
